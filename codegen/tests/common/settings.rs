//! The settings with which single fixtures are generated, proven and compared.

use cratify::{
    Config, NullMembers, Operations, UnknownBranches, UnknownMembers, UnknownValues, Untyped,
};

/// The settings of the fixture of this name, beside its paths.
pub(crate) fn of(fixture: &str) -> fn(Config) -> Config {
    match fixture {
        "closed" => |config| {
            config
                .unknown_values(UnknownValues::Refuse)
                .unknown_branches(UnknownBranches::Refuse)
        },
        "closed_places" => |config| {
            config.at("ByBuilder", |place| {
                place.unknown_values(UnknownValues::Refuse)
            })
        },
        "literal" => |config| config.untyped(Untyped::Literal),
        "members_kept" => |config| config.unknown_members(UnknownMembers::Keep),
        "members_refused" => |config| config.unknown_members(UnknownMembers::Refuse),
        "nulls" => |config| config.null_members(NullMembers::Distinct),
        "places" => |config| {
            config
                .at("Refused", |place| {
                    place.unknown_members(UnknownMembers::Refuse)
                })
                .at("Merged.more", |place| {
                    place.null_members(NullMembers::Distinct)
                })
        },
        "operations" | "swagger_operations" => |config| config.operations(Operations::All),
        _ => |config| config,
    }
}
