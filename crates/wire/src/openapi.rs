//! The OpenAPI 3.1 document, made of the table of routes and the schemas of their shapes.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::problem::Problem;
use crate::routes::{Method, Route};

/// The document.
#[must_use]
pub fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|s| s.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    let problem = generator.subschema_for::<Problem>();
    let mut paths = Map::new();
    for route in Route::ALL {
        let (request, answer) = route.schemas(&mut generator);
        let operation = operation(*route, &json!(request), &json!(answer), &json!(problem));
        let path = paths.entry(route.path()).or_insert_with(|| json!({}));
        if let Some(methods) = path.as_object_mut() {
            methods.insert(route.method().as_str().to_lowercase(), operation);
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Roster",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The team layer: who is in the team, what each person may do, how they get in and out, and what a seat costs.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" }
        },
        "paths": paths,
        "components": {
            "schemas": generator.take_definitions(true),
            "securitySchemes": { "session": { "type": "apiKey", "in": "cookie", "name": "__Host-session" } }
        }
    })
}

fn operation(route: Route, request: &Value, answer: &Value, problem: &Value) -> Value {
    let mut operation = json!({
        "operationId": route.id(),
        "summary": route.summary(),
        "parameters": parameters(route),
        "responses": {
            route.status().to_string(): { "description": "It went well.", "content": content(route.shapes().1, answer) },
            "default": { "description": "A problem, with its code.", "content": { "application/problem+json": { "schema": problem } } }
        }
    });
    if route.method() != Method::Get
        && let Some(fields) = operation.as_object_mut()
    {
        let required = route.shapes().0 != "Empty";
        let content = content(route.shapes().0, request);
        fields.insert("requestBody".to_owned(), json!({ "required": required, "content": content }));
    }
    operation
}

/// A shape is JSON; what is none is bytes.
fn content(shape: &str, schema: &Value) -> Value {
    let kind = if shape == "Binary" { "application/octet-stream" } else { "application/json" };
    json!({ kind: { "schema": schema } })
}

fn parameters(route: Route) -> Vec<Value> {
    let in_path = route.path().split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let mut parameters: Vec<Value> = in_path
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
        .collect();
    for name in route.query() {
        parameters
            .push(json!({ "name": name, "in": "query", "required": false, "schema": { "type": "string" } }));
    }
    if route.method() == Method::Post {
        parameters.push(json!({
            "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "A retry with the same key and body gets the same answer, and does nothing twice.",
            "schema": { "type": "string", "minLength": 1, "maxLength": 64 }
        }));
    }
    parameters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_described() {
        let document = document();
        for route in Route::ALL {
            let id = &document["paths"][route.path()][route.method().as_str().to_lowercase()]["operationId"];
            assert_eq!(id, route.id());
        }
        assert!(document["components"]["schemas"]["Problem"].is_object());
    }
}
