// Lazy<T> creates the default catalog and each plug-in once, however many callers race for them. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U719;

public interface IExporter
{
    string Format { get; }

    byte[] Export(IReadOnlyList<string> rows);
}

public sealed class ExporterCatalog
{
    private static readonly Lazy<ExporterCatalog> s_default = new(() => new ExporterCatalog());
    private readonly ConcurrentDictionary<string, Func<IExporter>> _factories = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, Lazy<IExporter>> _created = new(StringComparer.OrdinalIgnoreCase);
    private int _creations;

    public static ExporterCatalog Default => s_default.Value;

    public int Creations => Volatile.Read(ref _creations);

    public bool Register(string format, Func<IExporter> factory) => _factories.TryAdd(format, factory);

    public IExporter Get(string format)
    {
        if (!_factories.TryGetValue(format, out Func<IExporter>? factory))
        {
            throw new NotSupportedException($"No exporter for {format}.");
        }
        return _created.GetOrAdd(format, _ => new Lazy<IExporter>(() => Create(factory))).Value;
    }

    private IExporter Create(Func<IExporter> factory)
    {
        Interlocked.Increment(ref _creations);
        return factory();
    }
}

public sealed class ReportService
{
    public async Task<byte[][]> ExportAsync(IReadOnlyList<string> rows, IEnumerable<string> formats)
    {
        IEnumerable<Task<byte[]>> exports =
            formats.Select(format => Task.Run(() => ExporterCatalog.Default.Get(format).Export(rows)));
        return await Task.WhenAll(exports);
    }
}
