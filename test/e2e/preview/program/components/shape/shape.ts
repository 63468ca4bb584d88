// Stands in for a crate.
Component({ properties: { size: Number } });
