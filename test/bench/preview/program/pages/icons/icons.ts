Page({ data: { list: Array.from({ length: 2000 }, (_, at) => at) } });
