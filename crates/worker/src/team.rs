//! The team's Durable Object: one writer per team. What to write is left to core.

use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

/// One writer for one team.
#[durable_object(fetch)]
pub struct TeamObject {
    _state: State,
}

impl DurableObject for TeamObject {
    fn new(state: State, _env: Env) -> Self {
        Self { _state: state }
    }

    async fn fetch(&self, _request: Request) -> Result<Response> {
        Response::error("not found", 404)
    }
}
