//! Generates a crate: `cargo run -p cratify --example generate -- SCHEMA OUTPUT`.
fn main() {
    let mut args = std::env::args().skip(1);
    let (schema, output) = (args.next().unwrap(), args.next().unwrap());
    let start = std::time::Instant::now();
    match cratify::configure()
        .schema(schema)
        .output(output)
        .generate()
    {
        Ok(generated) => {
            eprintln!("{}", generated.rendered_warnings());
            eprintln!("{:?}", generated.timings());
            eprintln!("{:?} {} files", start.elapsed(), generated.files().count());
            match generated.write() {
                Ok(s) => eprintln!(
                    "written {} removed {} unchanged {}",
                    s.written.len(),
                    s.removed.len(),
                    s.unchanged
                ),
                Err(e) => eprintln!("{e}"),
            }
        }
        Err(error) => eprintln!("{error}"),
    }
}
