use super::{Bound, Constraint, Constraints, Count};

fn pattern(text: &str) -> Constraint {
    Constraint::Pattern(text.to_owned())
}

fn set(constraints: &[Constraint]) -> Constraints {
    constraints.iter().cloned().collect()
}

#[test]
fn a_keyword_has_one_constraint_and_further_ones_are_in_a_set() {
    let all = set(&[
        pattern("a"),
        Constraint::UniqueItems,
        pattern("b"),
        pattern("a"),
        pattern("c"),
    ]);
    let further = vec![set(&[pattern("b")]), set(&[pattern("c")])];
    let expected = [
        pattern("a"),
        Constraint::UniqueItems,
        Constraint::All(further),
    ];
    assert_eq!(all.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn what_belongs_together_stays_together() {
    let together = [
        Constraint::Count(Count::MinContains, 1),
        Constraint::Count(Count::MaxContains, 2),
    ];
    let mut all = set(&[Constraint::Count(Count::MinContains, 3)]);
    all.add_together(together.to_vec());
    let expected = [
        Constraint::Count(Count::MinContains, 3),
        Constraint::All(vec![set(&together)]),
    ];
    assert_eq!(all, set(&expected));
}

#[test]
fn the_first_bound_is_found() {
    let bound = |number: i64| Constraint::Bound(Bound::Minimum, number.into());
    let all = set(&[bound(1), bound(2)]);
    assert_eq!(all.bound(Bound::Minimum), Some(&1.into()));
    assert_eq!(all.bound(Bound::Maximum), None);
}
