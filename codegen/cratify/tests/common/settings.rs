//! The settings with which single fixtures are generated, proven and compared.

use cratify::{
    Config, Dependency, ExternType, Formats, Kind, MapType, Modules, NullMembers, Operations,
    SchemaFiles, UnknownBranches, UnknownMembers, UnknownValues, Untyped,
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
        "dates" => |config| {
            config
                .null_members(NullMembers::Distinct)
                .at("Jiff", |place| place.formats(Formats::Jiff))
                .at("Chrono", |place| place.formats(Formats::Chrono))
                .at("Time", |place| place.formats(Formats::Time))
        },
        "formats" => |config| {
            config
                .formats(Formats::Uuid)
                .formats(Formats::Url)
                .formats(Formats::RustDecimal)
                .format("ipv4", ExternType::new("std::net::Ipv4Addr"))
                .format(
                    "unix-time",
                    ExternType::new("chrono::DateTime<chrono::Utc>")
                        .with("chrono::serde::ts_seconds")
                        .dependency(
                            Dependency::new("chrono", "0.4")
                                .without_default_features()
                                .feature("serde"),
                        ),
                )
        },
        "literal" => |config| config.untyped(Untyped::Literal),
        "maps" => |config| {
            config
                .map_type(MapType::IndexMap)
                .at("Hashed", |place| place.map_type(MapType::HashMap))
        },
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
        "replaced" => |config| {
            let money = Dependency::new("fixture-money", "1.2").path(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/fixtures/crates/money"
            ));
            let share =
                ExternType::new("fixture_money::Percent").with("fixture_money::percent_text");
            let bag = "serde_json::Map<String, serde_json::Value>";
            config
                .dependency(money)
                .extern_type("Money", ExternType::new("fixture_money::Money"))
                .extern_type("#/components/schemas/Share", share)
                .extern_type("Bag", ExternType::new(bag))
        },
        "shared" => |config| config.schema_files(SchemaFiles::Shared),
        "shared_modules" => |config| {
            config
                .schema_files(SchemaFiles::Shared)
                .modules(Modules::Files)
        },
        "operations" | "swagger_operations" => |config| config.operations(Operations::All),
        "affixes" => |config| config.type_prefix("Api").type_suffix("Dto"),
        "modules" => |config| config.modules(Modules::Files),
        "only" => |config| {
            config
                .only(["Order", "#/components/schemas/Invoice"])
                .only(["com.example.Odd"])
        },
        "spelled" => spelled,
        _ => |config| config,
    }
}

/// Names, derives and attributes for everything, for kinds and for places.
fn spelled(config: Config) -> Config {
    config
        // What types have already is left out.
        .derive("Debug, serde::Serialize")
        .derive_for(Kind::Newtype, "PartialOrd")
        // A derive of another crate, and an attribute of its own.
        .dependency(Dependency::new("fixture-marker", "0.3").path(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/tests/fixtures/crates/marker"
        )))
        .derive_for(Kind::Struct, "fixture_marker::Marker")
        .at("Order.work", |work| work.attribute("#[marked(here)]"))
        .attribute("#[doc(alias = \"all\")]")
        .attribute_for(Kind::Union, "#[doc(alias = \"union\")]")
        .at("Order", |order| {
            order
                .rename("Purchase")
                .derive("Eq, std::hash::Hash")
                .attribute("#[doc(alias = \"order\")]")
        })
        .at("Order.id", |id| {
            id.rename("reference").attribute("#[doc(alias = \"id\")]")
        })
        .at("Order.status", |status| {
            status
                .rename("state")
                .rename_type("OrderState")
                .rename_value("in-progress", "Started")
                .value_attribute("closed", "#[doc(alias = \"done\")]")
                .type_attribute("#[doc(alias = \"status\")]")
        })
        .at("Priority", |priority| priority.rename_value(1, "High"))
        .at("Mixed", |mixed| {
            mixed.rename_value("1x", "Once").rename_value(true, "Yes")
        })
        .at("#/components/schemas/Named/oneOf/2", |third| {
            third.rename("Three").attribute("#[doc(alias = \"last\")]")
        })
        .at("Pet", |pet| pet.rename_value("cat", "Feline"))
        .at("#/components/schemas/Pet/oneOf/1", |dog| {
            dog.rename("Canine").attribute("#[doc(alias = \"dog\")]")
        })
        .at("#/components/schemas/Either/anyOf/0", |first| {
            first.rename("First").rename_type("EitherFirst")
        })
        .at("Several", |several| several.rename_value("string", "Word"))
        .at("Other", |other| {
            other.attribute("#[doc(alias = \"other\")]")
        })
}
