//! Prints the OpenAPI document, for `cargo xtask gen`.

fn main() {
    println!("{:#}", roster_wire::openapi::document());
}
