Page({ data: { loaded: true } });
