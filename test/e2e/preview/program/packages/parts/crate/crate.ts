Component({ properties: { size: Number } });
