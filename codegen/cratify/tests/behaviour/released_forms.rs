//! Representations, constructors and former names of a release stay in a later crate: each test has the schemas of both versions,
//! and Rust that the later crate still has.

use cratify::Config;

use crate::released_names::{decide, document, release_of};

/// The Rust of a document after the releases of others.
fn later(released: &[&[&str]], now: &[&str]) -> String {
    let mut configs = released.iter().map(|schemas| document(schemas));
    let first = configs.next().expect("there is a release");
    configs
        .fold(Releases(first), Releases::then)
        .then_rust(document(now))
}

/// The last of several releases.
struct Releases(Config);

impl Releases {
    fn then(self, next: Config) -> Self {
        let release = release_of(&self.0);
        Self(next.for_released(Vec::new(), release))
    }

    fn then_rust(self, next: Config) -> String {
        rust(&self.then(next).0)
    }
}

/// The Rust of a crate, without the support code.
fn rust(config: &Config) -> String {
    let (generated, _) = decide(config);
    let files = generated.files();
    let files = files.filter(|(path, _)| path.starts_with("src/") && !path.contains("support"));
    files.map(|(_, text)| text).collect()
}

fn has(rust: &str, lines: &[&str]) {
    for line in lines {
        assert!(rust.contains(line), "`{line}` is missing:\n{rust}");
    }
}

#[test]
fn a_new_member_is_boxed_in_the_place_of_a_released_one() {
    let a = |members: &str| {
        format!(
            "A: {{ type: object, properties: {{ b: {{ $ref: '#/components/schemas/B' }}{members} }} }}"
        )
    };
    let b = |members: &str| format!("B: {{ type: object, properties: {{ x: {{}}{members} }} }}");
    let (a1, b1) = (a(""), b(""));
    let b2 = b(", a: { $ref: '#/components/schemas/A' }");
    let usual = ["pub a: Option<Box<A>>,", "pub b: Option<Box<B>>,"];
    let kept = ["pub a: Option<Box<A>>,", "pub b: Option<B>,"];
    has(&later(&[&[&a1, &b2]], &[&a1, &b2]), &usual);
    has(&later(&[&[&a1, &b1]], &[&a1, &b2]), &kept);
    // The next release has the new box, and it stays where nothing leads back now.
    has(&later(&[&[&a1, &b1], &[&a1, &b2]], &[&a1, &b2]), &kept);
    let c = "A: { type: object, properties: { x: {} } }";
    has(&later(&[&[&a1, &b1], &[&a1, &b2]], &[c, &b2]), &kept[..1]);
    // A new branch, and a new required member of a new type.
    let next = "A: { type: object, required: [next], properties: { next: { $ref: '#/components/schemas/Next' } } }";
    let union = |branches: &str| format!("Next: {{ oneOf: [{{ type: string }}{branches}] }}");
    let branches =
        union(", { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/C' }");
    let c =
        "C: { type: object, required: [a], properties: { a: { $ref: '#/components/schemas/A' } } }";
    let rust = later(
        &[&[next, &union(", { type: integer }")]],
        &[next, &branches, c],
    );
    has(
        &rust,
        &["pub next: Next,", "A(Box<A>)", "pub a: Box<A>,", "C(C)"],
    );
}

#[test]
fn a_released_member_is_boxed_where_nothing_else_helps() {
    let a = |ty: &str| format!("A: {{ type: object, properties: {{ a: {{ {ty} }} }} }}");
    let (before, now) = (a("type: string"), a("$ref: '#/components/schemas/A'"));
    has(&later(&[&[&before]], &[&now]), &["pub a: Option<Box<A>>,"]);
}

#[test]
fn a_setting_that_boxes_branches_is_none_of_the_release() {
    let union = |setting: &str| {
        format!(
            "U: {{ {setting}oneOf: [{{ type: integer }}, {{ $ref: '#/components/schemas/A' }}] }}"
        )
    };
    let a = "A: { type: object, properties: { x: {} } }";
    let boxed = union("x-cratify: { boxed-branches: all }, ");
    has(&later(&[&[&boxed, a]], &[&boxed, a]), &["A(Box<A>)"]);
    has(&later(&[&[&boxed, a]], &[&union(""), a]), &["A(A)"]);
}

#[test]
fn a_constructor_keeps_its_form() {
    let pair = |one: &str, other: &str| {
        format!(
            "P: {{ type: object, required: [one, other], properties: {{ one: {{ {one} }}, other: {{ {other} }} }} }}"
        )
    };
    let state = "enum: [on, off]";
    let own = pair(state, state);
    let named = pair(
        "$ref: '#/components/schemas/State'",
        "$ref: '#/components/schemas/State'",
    );
    let schema = format!("State: {{ {state} }}");
    // Two types that become one.
    let rust = later(&[&[&own]], &[&named, &schema]);
    has(
        &rust,
        &[
            "P::new(one: POne, other: POne) {",
            "pub type POther = POne;",
        ],
    );
    has(
        &later(&[&[&named, &schema]], &[&named, &schema]),
        &["P::new(required: crate::required::P)"],
    );
    // One type that becomes two.
    has(
        &later(&[&[&named, &schema]], &[&own]),
        &["P::new(required: crate::required::P)"],
    );
    // Other members are required: these decide the form.
    let three = named
        .replace("[one, other]", "[one, other, third]")
        .replace("other: {", "third: {}, other: {");
    assert_ne!(three, named);
    has(
        &later(&[&[&own]], &[&three, &schema]),
        &["P::new(required: crate::required::P)"],
    );
}

const ORDER: &str = "Order: { type: object, required: [id], properties: { id: { type: integer }, note: { type: [string, 'null'] }, state: { enum: [open, closed] } } }";

#[test]
fn a_value_with_another_name_leaves_a_constant() {
    let renamed = |value: &'static str, name: &'static str| {
        move |config: Config| config.at("Order.state", move |at| at.rename_value(value, name))
    };
    let (opened, ready) = (renamed("open", "Opened"), renamed("open", "Ready"));
    let order = || document(&[ORDER]);
    let rust = Releases(order()).then_rust(opened(order()));
    let constant = "#[allow(non_upper_case_globals, reason = \"it has the name of a variant\")]
    pub const Open: Self = Self::Opened;";
    has(
        &rust,
        &["#[deprecated(note = \"renamed to `Opened`\")]", constant],
    );
    // The names of all releases stay, and without the request the last one does.
    let rust = Releases(order())
        .then(opened(order()))
        .then_rust(ready(order()));
    let both = [
        "const Open: Self = Self::Ready;",
        "const Opened: Self = Self::Ready;",
    ];
    has(&rust, &both);
    let rust = Releases(order()).then(opened(order())).then_rust(order());
    has(&rust, &[constant, "Opened = \"open\";"]);
    // A name that another value has by request is not a former name, and a new value gives way.
    let swapped = |config| renamed("closed", "Open")(opened(config));
    let rust = Releases(order()).then_rust(swapped(order()));
    has(&rust, &["pub const Closed: Self = Self::Open;"]);
    assert!(!rust.contains("const Open:"), "{rust}");
    let more = ORDER.replace("[open,", "[Open, open,");
    let rust = Releases(order()).then_rust(opened(document(&[&more])));
    has(&rust, &[constant, "Open2 = \"Open\";"]);
}

#[test]
fn a_constant_takes_no_name_that_every_enum_has() {
    let values = |values: &str| format!("E: {{ enum: [{values}] }}");
    let both = values("all, ALL");
    let rename = |config: Config| config.at("E", |at| at.rename_value("ALL", "Every"));
    let rust = Releases(document(&[&both])).then_rust(rename(document(&[&both])));
    assert!(!rust.contains("pub const ALL:"), "{rust}");
}

#[test]
fn a_field_with_another_name_leaves_methods() {
    let renamed = |config: Config| {
        let config = config.at("Order.note", |at| at.rename("remark"));
        config.at("Order.state", |at| at.rename("status"))
    };
    let order = || document(&[ORDER]);
    let rust = Releases(order()).then_rust(renamed(order()));
    let methods = [
        "pub fn with_note(self, remark: impl Into<String>) -> Self {\n        self.with_remark(remark)",
        "pub fn with_state(self, status: impl Into<OrderState>) -> Self {\n        self.with_status(status)",
        "pub fn is_null_note(&self) -> bool {\n        self.is_null_remark()",
        "pub fn set_null_note(&mut self) {\n        self.set_null_remark();",
        "#[deprecated(note = \"renamed to `set_null_remark`\")]",
    ];
    has(&rust, &methods);
    // A new member has its own methods.
    let more = ORDER
        .replace("note:", "state2: {}, note:")
        .replace("state:", "status: {}, state:");
    assert_ne!(more, ORDER);
    let other = document(&[&more.replace("status: {}, state:", "status: {}, was:")]);
    let other = other.at("Order.was", |at| at.rename("state"));
    let rust = Releases(document(&[&more])).then_rust(other);
    assert_eq!(rust.matches("fn with_status").count(), 0, "{rust}");
    assert_eq!(rust.matches("with_state(state:").count(), 1, "{rust}");
}
