//! Collects the dependencies that settings request, and reports contradictory ones.

use std::collections::HashMap;

use super::Settings;
use crate::package::{Dependency, Fault};
use cratify_schema::diagnostic::{Code, Diagnostic, Diagnostics, SourceLocation};

/// Dependencies, each with the location of its request.
#[derive(Debug, Default)]
pub(super) struct DependencyRequests(Vec<(Dependency, SourceLocation)>);

impl DependencyRequests {
    /// The requests of the builder.
    pub(super) fn of(settings: &Settings) -> Self {
        let places = settings.places.iter().map(|place| &place.settings.formats);
        let named = [&settings.formats]
            .into_iter()
            .chain(places)
            .flat_map(super::FormatRules::named);
        let types = named.chain(settings.externs.iter().map(super::ReplacedSchema::ty));
        let dependencies = types.filter_map(super::ExternType::own_dependency);
        let all = settings.dependencies.iter().chain(dependencies);
        let located = all.map(|one| (one.clone(), one.location().clone()));
        Self(located.collect())
    }

    /// The dependencies.
    pub(super) fn known(&self) -> Vec<Dependency> {
        self.0
            .iter()
            .map(|(dependency, _)| dependency.clone())
            .collect()
    }

    /// Reports dependencies that Cargo does not take, and two for one crate in different versions.
    pub(super) fn check(&self, diagnostics: &mut Diagnostics) {
        let mut good: HashMap<&str, Vec<&(Dependency, SourceLocation)>> = HashMap::new();
        for one in &self.0 {
            let (request, location) = one;
            if let Some(fault) = request.fault() {
                diagnostics.push(invalid(location.clone(), fault));
                continue;
            }
            let known = good.entry(request.name()).or_default();
            let other = known.iter().find(|(other, _)| request.contradicts(other));
            if let Some((other, there)) = other {
                let message = format!(
                    "the crate `{}` is asked for twice, in different versions",
                    request.name()
                );
                diagnostics.push(
                    Diagnostic::error(Code::InvalidDependency, location.clone(), message)
                        .label(format!("{} here", request.summary()))
                        .also(there.clone(), format!("{} here", other.summary()))
                        .help("ask for the same version in both places"),
                );
            } else if !known
                .iter()
                .any(|(other, _)| request.summary() == other.summary())
            {
                known.push(one);
            }
        }
    }
}

impl Extend<(Dependency, SourceLocation)> for DependencyRequests {
    fn extend<I: IntoIterator<Item = (Dependency, SourceLocation)>>(&mut self, more: I) {
        self.0.extend(more);
    }
}

/// The report of a dependency that Cargo does not take.
pub(super) fn invalid(location: SourceLocation, fault: Fault) -> Diagnostic {
    Diagnostic::error(Code::InvalidDependency, location, fault.what)
        .label("not understood")
        .help(fault.mend)
}
