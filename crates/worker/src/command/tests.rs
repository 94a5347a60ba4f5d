//! How requests become commands.

use super::*;
use roster_core::access::{Grant, Place};
use roster_core::model::Shown;
use roster_core::{BuiltInRole, Lane};

fn keys() -> Keys {
    Keys::parse(&format!("1:{}", "ab".repeat(32))).ok().unwrap()
}

fn lower(domain: &str) -> Option<String> {
    Some(domain.to_ascii_lowercase())
}

fn made(route: Route, params: &[(&str, String)], body: &str) -> Result<Command, Refusal> {
    let params = Params(params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect());
    build(&Source {
        route,
        params: &params,
        body,
        keys: &keys(),
        seed: Seed::of([7; 32]),
        browser: Browser { digest: Some(Digest([1; 32])), knows: &|address| address.as_str() == "ana@e.com" },
        ascii_domain: lower,
    })
}

fn refused(route: Route, params: &[(&str, String)], body: &str) -> (String, Option<String>) {
    let problem = made(route, params, body).err().unwrap().problem;
    (problem.code, problem.field)
}

fn team() -> [(&'static str, String); 1] {
    [("team", TeamId(5).to_string())]
}

#[test]
fn an_invitation_is_read_whole() {
    let body = r#"{"address":" Ana@E.com ","access":[{"role":"editor"}],"raiseCap":3}"#;
    let command = made(Route::Invite, &team(), body).ok();
    assert_eq!(
        command,
        Some(Command::Invite {
            team: TeamId(5),
            invitation: InvitationId(Seed::of([7; 32]).id("invitation")),
            address: Address::stored("ana@e.com".to_owned()),
            places: vec![(Place::Team, Grant::role(BuiltInRole::Editor))],
            raise_cap: Some(3),
        })
    );
}

#[test]
fn what_is_not_of_its_form_names_its_field() {
    let field = |code: &str, field: &str| (code.to_owned(), Some(field.to_owned()));
    let invite = |body: &str| refused(Route::Invite, &team(), body);
    assert_eq!(invite(r#"{"address":"no","access":[]}"#), field("address_malformed", "address"));
    assert_eq!(invite(r#"{"address":"á@e.com","access":[]}"#), field("address_not_ascii", "address"));
    assert_eq!(invite(r#"{"address":"a@e.com","access":[{"role":"x"}]}"#), field("bad_value", "access"));
    let rename = |name: &str| refused(Route::RenameTeam, &team(), &format!(r#"{{"name":"{name}"}}"#));
    assert_eq!(rename(" "), field("text_empty", "name"));
    assert_eq!(rename(&"x".repeat(81)), field("text_too_long", "name"));
    let plan = refused(Route::ChangePlan, &team(), r#"{"plan":"gold","cap":1}"#);
    assert_eq!(plan, field("bad_value", "plan"));
    let link = r#"{"role":"viewer","on":true,"domain":"not a domain"}"#;
    assert_eq!(refused(Route::SetLink, &team(), link), field("bad_value", "domain"));
}

#[test]
fn a_bad_id_is_like_one_of_nothing() {
    let bad = [("team", "x".to_owned())];
    assert_eq!(refused(Route::Leave, &bad, "{}").0, "not_found");
    assert_eq!(refused(Route::Transfer, &team(), r#"{"to":"x"}"#).0, "not_found");
}

#[test]
fn a_token_leads_to_its_own_command_only() {
    let token = Token::Link { team: TeamId(5), link: LinkId(6), generation: 2 }.sign(&keys());
    let body = format!(r#"{{"token":"{token}"}}"#);
    let join = Command::Join { team: TeamId(5), link: LinkId(6), generation: 2, shown: Shown::default() };
    assert_eq!(made(Route::Join, &[], &body).ok(), Some(join));
    assert_eq!(refused(Route::Decline, &[], &body).0, "bad_token");
    assert_eq!(refused(Route::AskAgain, &[], &body).0, "bad_token");
    assert_eq!(refused(Route::SignInByLink, &[], &body).0, "bad_token");
    assert_eq!(refused(Route::Join, &[], r#"{"token":"l.1.x"}"#).0, "bad_token");
}

#[test]
fn an_invitation_is_named_by_token_or_by_ids_and_not_by_both() {
    let (team, invitation) = (TeamId(5), InvitationId(6));
    let ids = format!(r#""team":"{team}","invitation":"{invitation}""#);
    let listed = Command::Decline { team, invitation, counter: None };
    assert_eq!(made(Route::Decline, &[], &format!("{{{ids}}}")).ok(), Some(listed));
    for body in ["{}".to_owned(), format!(r#"{{{ids},"token":"x"}}"#), format!(r#"{{"team":"{team}"}}"#)] {
        assert_eq!(refused(Route::Join, &[], &body).0, "wrong_shape", "{body}");
    }
}

#[test]
fn a_code_is_compared_here_and_judged_in_core() {
    let challenge = roster_core::id::ChallengeId(9);
    let with = |code: &str| format!(r#"{{"challenge":"{challenge}","code":"{code}"}}"#);
    for (code, is_right) in [(token::code(&keys(), challenge), true), ("00000000".to_owned(), false)] {
        let command = made(Route::SignInByCode, &[], &with(&code)).ok().unwrap();
        let Command::FinishSignIn { proof, .. } = command else { unreachable!("{command:?}") };
        assert_eq!(proof, SignInProof::Code { right: is_right });
    }
    let unknown = refused(Route::SignInByCode, &[], r#"{"challenge":"x","code":"1"}"#);
    assert_eq!(unknown.0, "wrong_code");
}

#[test]
fn a_known_browser_is_known_by_its_address() {
    for (address, is_known) in [("ana@e.com", true), ("ben@e.com", false)] {
        let command = made(Route::StartSignIn, &[], &format!(r#"{{"address":"{address}"}}"#)).ok();
        let Some(Command::StartSignIn { known, .. }) = command else { unreachable!("{command:?}") };
        assert_eq!(known, is_known, "{address}");
    }
}

#[test]
fn every_route_makes_a_command_or_reads() {
    let ids =
        ["team", "person", "project", "invitation", "link", "post", "ask", "image", "session", "handover"]
            .map(|name| (name, TeamId(5).to_string()));
    for route in Route::ALL {
        let (body, _) = route.shapes();
        let result = made(*route, &ids, "{}");
        match body {
            // Nothing to say beyond the path: a command at once, or a page.
            "Empty" if route.method() != roster_wire::routes::Method::Get => {
                assert!(result.is_ok(), "{route:?}: {result:?}");
            }
            "Binary" if *route == Route::SetAvatar => {
                assert!(matches!(result.map(|it| it.lane()), Ok(Lane::Account)), "{route:?}");
            }
            "Binary" | "WithCap" => {
                assert!(matches!(result.map(|it| it.lane()), Ok(Lane::Team(_))), "{route:?}")
            }
            _ => assert!(result.is_err(), "{route:?}"),
        }
    }
}
