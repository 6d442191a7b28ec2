//! Gives each reference the schema it names, reading the schemas that only references lead to.

use crate::diagnostic::Diagnostics;
use crate::link::{Link, Links};
use crate::parse::{Discriminator, Reader, Reference, SchemaId, SchemaLocation, ScopeId};
use crate::source::Sources;

/// Resolves the references of all schemas, reading the schemas they lead to, until none is left.
pub(super) fn resolve_all<'a>(
    reader: &mut Reader<'a>,
    links: &Links,
    sources: &'a Sources,
    diagnostics: &mut Diagnostics,
) {
    let mut done = 0;
    loop {
        reader.run(diagnostics);
        let ids: Vec<SchemaId> = reader.arena().ids().skip(done).collect();
        if ids.is_empty() {
            return;
        }
        done += ids.len();
        for id in ids {
            resolve(id, reader, links, sources);
        }
    }
}

fn resolve<'a>(id: SchemaId, reader: &mut Reader<'a>, links: &Links, sources: &'a Sources) {
    let schema = &mut reader.arena()[id];
    let scope = schema.scope;
    let mut references = std::mem::take(&mut schema.references);
    let mut discriminator = schema.discriminator.take();
    let mapped = discriminator.iter_mut();
    let mapped = mapped.flat_map(Discriminator::references_mut);
    for reference in references.iter_mut().chain(mapped) {
        reference.target = target(reference, scope, reader, links, sources);
    }
    let schema = &mut reader.arena()[id];
    schema.references = references;
    schema.discriminator = discriminator;
}

fn target<'a>(
    reference: &Reference,
    scope: ScopeId,
    reader: &mut Reader<'a>,
    links: &Links,
    sources: &'a Sources,
) -> Option<SchemaId> {
    let link = links.get(&reference.at)?;
    let at = destination(link, scope, reader);
    let value = at.pointer.resolve(&sources.get(at.file).root)?;
    let resource = links.resource_of(&at);
    Some(reader.referred(at, value, scope, &resource))
}

/// Where a reference leads from a scope: what is bound there comes before what it names itself.
fn destination(link: &Link, scope: ScopeId, reader: &Reader<'_>) -> SchemaLocation {
    let bound = link
        .dynamic
        .as_ref()
        .and_then(|name| reader.scopes().binding(scope, name));
    bound.unwrap_or(&link.target).clone()
}
