//! What an open post may be done with.

use roster_core::model::Stage;
use roster_core::view::{self, OpenPost, Seen};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::engine::Engine;
use crate::flat;

#[wasm_bindgen]
impl Engine {
    /// Why an open post cannot be edited, timed, sent for review, approved, returned, published: for each in this
    /// order its code and the permission that is missing; empty texts where it can.
    ///
    /// # Errors
    /// When an id or the stage is not one.
    #[wasm_bindgen(js_name = postDenials)]
    pub fn post_denials(
        &self,
        author: &str,
        project: &str,
        stage: &str,
        archived: bool,
        now: f64,
    ) -> Result<Vec<String>, JsError> {
        let post = OpenPost {
            viewer: Seen { person: self.me.id, standing: self.me.standing() },
            author: author.parse().map_err(|_| JsError::new("no such id"))?,
            project: project.parse().map_err(|_| JsError::new("no such id"))?,
            archived,
            stage: Stage::from_id(stage).ok_or_else(|| JsError::new("no such stage"))?,
        };
        let actions = view::post_actions(post, flat::time(now));
        let answers = [
            actions.edit,
            actions.set_time,
            actions.send_for_review,
            actions.approve,
            actions.send_back,
            actions.publish,
        ];
        let told = |answer: Result<(), roster_core::denial::Denial>| match answer {
            Ok(()) => [String::new(), String::new()],
            Err(denial) => {
                let missing = denial.missing().map(|(permission, _)| permission.id().to_owned());
                [denial.code().to_owned(), missing.unwrap_or_default()]
            }
        };
        Ok(answers.into_iter().flat_map(told).collect())
    }
}
