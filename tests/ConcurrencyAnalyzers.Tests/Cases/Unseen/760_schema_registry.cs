// The lock is released while the schema is parsed; two requests for a new schema both come to Add, and the second one throws. difficulty: medium
namespace Cases.U760;

public sealed record Schema(string Name, IReadOnlyDictionary<string, Type> Columns);

public interface ISchemaParser
{
    Task<Schema> ParseAsync(string name, CancellationToken cancel);
}

public sealed class SchemaRegistry(ISchemaParser parser)
{
    private readonly object _sync = new();
    private readonly Dictionary<string, Schema> _schemas = new(StringComparer.Ordinal);

    public async Task<Schema> GetAsync(string name, CancellationToken cancel)
    {
        lock (_sync)
        {
            if (_schemas.TryGetValue(name, out var known))
            {
                return known;
            }
        }

        var parsed = await parser.ParseAsync(name, cancel).ConfigureAwait(false);
        lock (_sync)
        {
            _schemas.Add(name, parsed); // expect: CHECK_THEN_ACT
        }
        return parsed;
    }

    public async Task<Schema[]> GetAllAsync(IEnumerable<string> names, CancellationToken cancel) =>
        await Task.WhenAll(names.Select(name => GetAsync(name, cancel))).ConfigureAwait(false);

    public void Forget(string name)
    {
        lock (_sync)
        {
            _schemas.Remove(name);
        }
    }
}
