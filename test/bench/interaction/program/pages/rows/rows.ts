Page({ data: { rows: Array.from({ length: 400 }, (_, at) => at) } });
