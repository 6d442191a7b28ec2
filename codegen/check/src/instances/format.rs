//! Makes sample strings of the common formats. Formats are annotations, so any string is valid; these
//! are what a type made from the format (a UUID, a date) can hold.

/// Strings of a format; none for one that is not known here.
pub(super) fn good(format: &str) -> &'static [&'static str] {
    match format {
        "uuid" | "guid" => &[
            "fe26475d-ec3e-4884-9553-f7356683f7f9",
            "00000000-0000-0000-0000-000000000000",
        ],
        "date" => &["2024-02-29", "1999-12-31"],
        // Types for a time of day have no offset; RFC 3339 demands one.
        "time" => &["23:59:59Z", "12:30:00.5+02:00", "23:59:59", "12:30:00.5"],
        "date-time" => &["2024-02-29T23:59:59Z", "1999-12-31T12:30:00.123456+02:00"],
        "duration" => &["PT1S", "P3DT4H5M"],
        "email" | "idn-email" => &["user@example.com", "first.last+tag@example.org"],
        "hostname" | "idn-hostname" => &["example.com", "a.b.example"],
        "ipv4" | "ip" => &["192.0.2.1", "0.0.0.0"],
        "ipv6" => &["2001:db8::1", "::"],
        "uri" | "iri" | "url" => &["https://example.com/a?b=c#d", "urn:isbn:0451450523"],
        "uri-reference" | "iri-reference" => &["../a?b", "https://example.com/"],
        "uri-template" => &["https://example.com/{id}", "/a"],
        "json-pointer" => &["/a/0/b~1c", ""],
        "relative-json-pointer" => &["1/a", "0#"],
        "regex" => &["^a+$", "[0-9]"],
        "byte" | "base64" => &["dGV4dA==", "AA=="],
        "decimal" | "big-decimal" | "bigdecimal" => &["12.50", "-0.1"],
        "color" => &["#ff0000", "red"],
        "currency" => &["USD"],
        "phone" => &["+14155552671"],
        "int64" | "int32" | "uint64" => &["12"],
        _ => &[],
    }
}
