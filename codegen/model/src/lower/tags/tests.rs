use super::{Candidates, tags_of_branches};

fn branch(given: &[&str], fixed: &[&str], name: &str) -> Vec<Candidates> {
    let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
    vec![Candidates {
        given: texts(given),
        fixed: texts(fixed),
        name: Some(name.to_owned()),
    }]
}

#[test]
fn what_is_given_comes_before_what_is_fixed_and_that_before_the_name() {
    let branches = [
        branch(&["a"], &["a"], "A"),
        branch(&[], &["b"], "B"),
        branch(&[], &[], "C"),
    ];
    assert_eq!(tags_of_branches(&branches), [["a"], ["b"], ["C"]]);
}

#[test]
fn a_value_of_one_branch_alone_is_a_tag_beside_those_that_are_given() {
    let branches = [
        branch(&["a"], &["a", "a2", "both"], "A"),
        branch(&["b"], &["b", "both"], "B"),
    ];
    let expected: [&[&str]; 2] = [&["a", "a2"], &["b"]];
    assert_eq!(tags_of_branches(&branches), expected);
}

#[test]
fn of_values_that_several_branches_list_each_has_its_name() {
    let branches = [
        branch(&[], &["Cat", "Dog"], "Cat"),
        branch(&[], &["Cat", "Dog"], "Dog"),
    ];
    assert_eq!(tags_of_branches(&branches), [["Cat"], ["Dog"]]);
}

#[test]
fn a_name_that_the_schema_does_not_list_is_no_tag() {
    let both = ["cat", "dog"];
    let branches = [branch(&[], &both, "Cat"), branch(&[], &both, "Dog")];
    assert_eq!(tags_of_branches(&branches), [both, both]);
}
