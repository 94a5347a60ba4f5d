//! `--demo`: a team with people, projects and posts, made through the public API as people would make it.

mod person;

use person::Person;
use serde_json::{Value, json};

use crate::failure::Outcome;

/// Who signs in first: the owner.
pub const OWNER: &str = "olivia@example.com";

/// Everyone else: address, name, and the access that they accept.
const MEMBERS: [(&str, &str, &str); 4] = [
    ("marco@example.com", "Marco Bianchi", "manager"),
    ("edith@example.com", "Edith Novak", "editor"),
    ("wanda@example.com", "Wanda Okafor", "writer"),
    ("arthur@example.com", "Arthur Klein", "approver"),
];

/// A post: who writes it, its title, its text, and how far it has come.
const POSTS: [(&str, &str, &str, Stage); 4] = [
    (
        "wanda@example.com",
        "Ten years of the bakery",
        "A look back, with the first loaf and the last.",
        Stage::Review,
    ),
    (
        "edith@example.com",
        "Rye or spelt?",
        "We asked forty regulars, and they did not agree.",
        Stage::Published,
    ),
    ("edith@example.com", "Summer hours", "From June on the ovens are lit at four.", Stage::Approved),
    ("wanda@example.com", "Behind the counter", "A first draft, still without its middle.", Stage::Draft),
];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Draft,
    Review,
    Approved,
    Published,
}

/// Fills the database behind a local Worker, unless that has been done.
pub fn fill(port: u16) -> Outcome {
    let mut owner = Person::sign_in(port, OWNER)?;
    if owner.is_newcomer() {
        owner.rename("Olivia Hart")?;
        let members = MEMBERS.map(|(address, name, role)| (join_up(port, address, name), role));
        make_team(&mut owner, members)?;
    }
    println!("The demo's owner is {OWNER}, a writer is wanda@example.com; their codes are at /dev/mail");
    Ok(())
}

fn join_up(port: u16, address: &'static str, name: &str) -> Outcome<Person> {
    let mut person = Person::sign_in(port, address)?;
    person.rename(name)?;
    Ok(person)
}

fn make_team(owner: &mut Person, members: [(Outcome<Person>, &str); 4]) -> Outcome {
    let made = owner.post("/api/v1/teams", &json!({ "name": "Hart's Bakery" }))?;
    let team = format!("/api/v1/teams/{}", text(&made, "team"));
    owner.put(&format!("{team}/plan"), &json!({ "plan": "pro", "cap": 3 }))?;
    let projects = ["Company blog", "Newsletter"].map(|name| {
        owner.post(&format!("{team}/projects"), &json!({ "name": name })).map(|made| text(&made, "project"))
    });
    let [blog, newsletter] = projects;
    let (blog, newsletter) = (blog?, newsletter?);
    let mut people = Vec::new();
    for (person, role) in members {
        let mut person = person?;
        accept(owner, &mut person, &team, role)?;
        people.push(person);
    }
    write_posts(owner, &mut people, &team, &blog)?;
    invite(owner, &team, "pending@example.com", &json!({ "project": newsletter, "role": "viewer" }))?;
    owner.put(&format!("{team}/links"), &json!({ "on": true, "role": "viewer" })).map(drop)
}

fn accept(owner: &mut Person, person: &mut Person, team: &str, role: &str) -> Outcome {
    let made = invite(owner, team, person.address(), &json!({ "role": role }))?;
    let id = team.rsplit('/').next().unwrap_or_default();
    person.post("/api/v1/join", &json!({ "team": id, "invitation": text(&made, "invitation") })).map(drop)
}

fn invite(owner: &mut Person, team: &str, address: &str, access: &Value) -> Outcome<Value> {
    owner.post(&format!("{team}/invitations"), &json!({ "address": address, "access": [access] }))
}

fn write_posts(owner: &mut Person, people: &mut [Person], team: &str, project: &str) -> Outcome {
    for (address, title, body, stage) in POSTS {
        let Some(author) = people.iter_mut().find(|person| person.address() == address) else { continue };
        let mut made = author
            .post(&format!("{team}/projects/{project}/posts"), &json!({ "title": title, "text": body }))?;
        let post = format!("{team}/posts/{}", text(&made, "post"));
        if stage >= Stage::Review {
            made = author.post(&format!("{post}/review"), &version(&made))?;
        }
        for (wanted, step) in [(Stage::Approved, "approve"), (Stage::Published, "publish")] {
            if stage >= wanted {
                made = owner.post(&format!("{post}/{step}"), &version(&made))?;
            }
        }
    }
    Ok(())
}

/// What a step on a post names: the version that it was seen in.
fn version(made: &Value) -> Value {
    json!({ "version": made.get("version").cloned().unwrap_or_default() })
}

fn text(answer: &Value, key: &str) -> String {
    answer.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
