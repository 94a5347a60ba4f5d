//! A panic costs what it happened in, and nothing beside it.
//!
//! Panics abort here: nothing is unwound, so no code that would clean up has to be shipped (unwinding made the module
//! a quarter larger). What can go wrong is called through JavaScript, which catches the trap of a panic, of a stack
//! that overflowed or of memory that ran out, and goes on after it. What was in hand then is never used nor dropped:
//! a panic leaks what its request held, so nothing that outlives a request may be left to destructors across a guard.

use std::future::{Future, poll_fn};
use std::pin::Pin;

use wasm_bindgen::prelude::wasm_bindgen;
use worker::Context;

use crate::answer::log;

#[wasm_bindgen(
    inline_js = "export function attempt(work) { try { work(); } catch (error) { console.error(error); } }"
)]
extern "C" {
    /// Does the work, as far as it comes.
    fn attempt(work: &mut dyn FnMut());
}

/// Does something that may panic; `None` if it did.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    let mut work = Some(work);
    let mut done = None;
    attempt(&mut || done = work.take().map(|work| work()));
    done
}

/// The same for a future, each time that it is polled. It is left alone once it has panicked.
pub async fn guard<F: Future>(future: F) -> Option<F::Output> {
    let mut pinned: Option<Pin<Box<F>>> = Some(Box::pin(future));
    poll_fn(move |context| {
        let Some(mut future) = pinned.take() else { return std::task::Poll::Ready(None) };
        // It moves into the work, so that one that panicked is lost with it.
        match guarded(|| (future.as_mut().poll(context), future)) {
            None => std::task::Poll::Ready(None),
            Some((polled, future)) => {
                pinned = Some(future);
                polled.map(Some)
            }
        }
    })
    .await
}

/// Goes on after the answer was given, for as long as it takes.
pub fn after_answer(context: &Context, work: impl Future<Output = ()> + 'static) {
    context.wait_until(async move {
        if guard(work).await.is_none() {
            log("what followed an answer panicked");
        }
    });
}
