//! Names the methods that stand for a field of a struct or for a variant of a union.
//!
//! Each name says what the method does, so a member cannot take the name of a method that every type has. Where two of
//! these clash, the later one gives way, and a method of a new member gives way to methods of released ones.

use super::scope::{Claim, Scope};
use super::{FormerMethods, Record};
use crate::ident::snake_case;
use crate::model::{TypeDef, TypeKind, UnknownMembers};

/// The methods that stand for the fields or variants of a type, in the model's order.
#[derive(Debug, Clone, Default)]
pub struct Methods {
    /// For each field: `with_…`, which sets it.
    pub setters: Vec<String>,
    /// The same for the field that keeps unknown members.
    pub rest_setter: String,
    /// For each field: `…_or_default`, which reads it.
    pub defaults: Vec<String>,
    /// For each variant: `as_…`, which reads it.
    pub accessors: Vec<String>,
    /// The methods that fields had by other names.
    pub former: Vec<FormerMethods>,
}

impl Methods {
    /// Names the methods of a type with these fields or variants. The field that keeps unknown members has the place
    /// behind the last.
    pub(super) fn of(
        def: &TypeDef,
        members: &[String],
        rest: &str,
        record: Option<&Record>,
        is_released: impl Fn(usize) -> bool,
    ) -> Self {
        match &def.kind {
            TypeKind::Struct(object) => {
                let rest = matches!(object.unknown, UnknownMembers::Kept(..)).then_some(rest);
                let nulls = record
                    .into_iter()
                    .flat_map(|record| record.methods.iter().flatten());
                let nulls = nulls.flat_map(|names| [&*names.is_null, &*names.set_null]);
                of_fields(members, rest, nulls, is_released)
            }
            TypeKind::Union(_) => Self {
                accessors: of_variants(members, is_released),
                ..Self::default()
            },
            TypeKind::StringEnum(_)
            | TypeKind::ValueEnum(_)
            | TypeKind::Constant(_)
            | TypeKind::Newtype(_)
            | TypeKind::Alias(_)
            | TypeKind::Extern(_)
            | TypeKind::Never => Self::default(),
        }
    }
}

fn of_fields<'n>(
    members: &[String],
    rest: Option<&str>,
    others: impl Iterator<Item = &'n str>,
    is_released: impl Fn(usize) -> bool,
) -> Methods {
    // Private functions read secrets.
    let readers: Vec<String> = members.iter().map(|name| format!("read_{name}")).collect();
    let mut reserved: Vec<&str> = readers.iter().map(String::as_str).collect();
    for name in others {
        reserved.push(name);
    }
    let mut scope = Scope::reserving(&reserved, "_");
    let all = members.iter().map(String::as_str).chain(rest);
    let all: Vec<&str> = all.collect();
    let mut setters = vec![String::new(); all.len()];
    let mut defaults = vec![String::new(); members.len()];
    let (old, new): (Vec<usize>, Vec<usize>) = (0..all.len()).partition(|at| is_released(*at));
    for mut places in [old, new] {
        let kinds = [
            ("with_", "", &mut setters),
            ("", "_or_default", &mut defaults),
        ];
        for (before, after, names) in kinds {
            places.retain(|place| *place < names.len());
            let claims = places.iter().map(|place| claim(all[*place], before, after));
            let given = scope.assign(&claims.collect::<Vec<_>>());
            for (place, name) in places.iter().zip(given) {
                names[*place] = name;
            }
        }
    }
    Methods {
        rest_setter: rest.and_then(|_| setters.pop()).unwrap_or_default(),
        setters,
        defaults,
        ..Methods::default()
    }
}

/// A method for a member. Two underscores in a row are not in Rust's case; a member that has none at its ends comes first.
fn claim<'m>(member: &'m str, before: &str, after: &str) -> Claim<'m> {
    let bare = match (before, after) {
        ("", _) => member.trim_end_matches('_'),
        _ => member.trim_start_matches('_'),
    };
    Claim {
        rank: u8::from(bare != member),
        ..Claim::exactly(member, format!("{before}{bare}{after}"))
    }
}

fn of_variants(members: &[String], is_released: impl Fn(usize) -> bool) -> Vec<String> {
    // `as_ref` is the method of a trait.
    let mut scope = Scope::reserving(&["as_ref"], "_");
    let claims = members.iter().enumerate().map(|(place, member)| Claim {
        rank: u8::from(!is_released(place)),
        ..Claim::exactly(member, format!("as_{}", snake_case(member)))
    });
    scope.assign(&claims.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::{of_fields, of_variants};

    #[test]
    fn methods_that_clash_give_way() {
        let members = ["a_or_default", "with_a"].map(str::to_owned);
        let methods = of_fields(&members, Some("rest"), [].into_iter(), |_| true);
        assert_eq!(methods.setters, ["with_a_or_default", "with_with_a"]);
        assert_eq!(methods.rest_setter, "with_rest");
        assert_eq!(
            methods.defaults,
            ["a_or_default_or_default", "with_a_or_default2"]
        );
        let members = ["read_a", "a_or_default", "is_null_b"].map(str::to_owned);
        let defaults = of_fields(&members, None, ["is_null_b_or_default"].into_iter(), |_| {
            true
        })
        .defaults;
        assert_eq!(defaults[0], "read_a_or_default_");
        assert_eq!(defaults[2], "is_null_b_or_default_");
        let members = ["_id", "id", "self_", "self"].map(str::to_owned);
        let methods = of_fields(&members, None, [].into_iter(), |_| true);
        assert_eq!(
            methods.setters,
            ["with_id2", "with_id", "with_self_", "with_self"]
        );
        assert_eq!(methods.defaults[2], "self_or_default2");
        let variants = ["Ref", "Http", "HTTP"].map(str::to_owned);
        let accessors = of_variants(&variants, |_| true);
        assert_eq!(accessors, ["as_ref_", "as_http2", "as_http"]);
    }

    #[test]
    fn methods_of_new_members_give_way() {
        let members = ["a_or_default", "with_a", "id", "_id"].map(str::to_owned);
        let methods = of_fields(&members, None, [].into_iter(), |place| {
            place == 1 || place == 3
        });
        let setters = ["with_a_or_default2", "with_with_a", "with_id2", "with_id"];
        assert_eq!(methods.setters, setters);
        assert_eq!(methods.defaults[1], "with_a_or_default");
        let variants = ["Http", "HTTP"].map(str::to_owned);
        let accessors = of_variants(&variants, |place| place == 0);
        assert_eq!(accessors, ["as_http", "as_http2"]);
    }
}
