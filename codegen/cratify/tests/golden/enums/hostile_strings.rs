// src/values.rs
/// String `""`, `a`, `A`, `1` or 7 more values.
///
/// # Example
///
/// ```
/// use hostile::Values;
///
/// let json = r#""""#;
/// let value: Values = serde_json::from_str(json)?;
/// let back: serde_json::Value = serde_json::to_value(&value)?;
/// assert_eq!(back, serde_json::from_str::<serde_json::Value>(json)?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Schema: `hostile_strings.yaml#/components/schemas/Values`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Values {
    /// `""`
    Empty,
    /// `a`
    A2,
    /// `A`
    A,
    /// `1`
    N1,
    /// `+1`
    Plus1,
    /// `a-b`
    AB,
    /// `a_b`
    AUnderscoreB,
    /// `Self`
    SelfValue,
    /// `unknown`
    UnknownValue,
    /// `"\ `
    DoubleQuoteBackslashUa,
    /// `😀`
    U1f600,
    /// A value that this version of the schema does not list.
    Unknown(String),
}

crate::support::open_enum::string! {
    impl Values {
        Empty = "";
        A2 = "a";
        A = "A";
        N1 = "1";
        Plus1 = "+1";
        AB = "a-b";
        AUnderscoreB = "a_b";
        SelfValue = "Self";
        UnknownValue = "unknown";
        DoubleQuoteBackslashUa = "\"\\\n";
        U1f600 = "😀";
    }
}

crate::support::published::published! {
    Values = include_str!("../schema/values.schema.json");
}
