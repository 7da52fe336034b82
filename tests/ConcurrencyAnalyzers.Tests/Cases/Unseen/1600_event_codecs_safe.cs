// Writes events of several types and keeps one property list per event type.
using System.Reflection;
using System.Text;

namespace Cases.U1600;

public static class EventShape<T>
{
    private static readonly Dictionary<string, PropertyInfo> s_properties = Describe();

    public static int Count => s_properties.Count;

    public static string Write(T value)
    {
        var text = new StringBuilder(typeof(T).Name);
        foreach (var (name, property) in s_properties)
        {
            text.Append(' ').Append(name).Append('=').Append(property.GetValue(value));
        }
        return text.ToString();
    }

    public static string? Read(T value, string property) =>
        s_properties.TryGetValue(property, out var info) ? info.GetValue(value)?.ToString() : null;

    private static Dictionary<string, PropertyInfo> Describe()
    {
        var properties = new Dictionary<string, PropertyInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in typeof(T).GetProperties())
        {
            properties[property.Name] = property;
        }
        return properties;
    }
}

public sealed record OrderPlaced(string Order, decimal Amount);

public sealed record OrderShipped(string Order, DateTime At);

public sealed class EventWriter
{
    public string[] WriteAll<T>(IReadOnlyList<T> events)
    {
        var lines = new string[events.Count];
        Parallel.For(0, events.Count, i => lines[i] = EventShape<T>.Write(events[i]));
        return lines;
    }
}

public static class EventExport
{
    public static async Task<int> ExportAsync(OrderPlaced[] placed, OrderShipped[] shipped)
    {
        var writer = new EventWriter();
        var first = Task.Run(() => writer.WriteAll(placed));
        var second = Task.Run(() => writer.WriteAll(shipped));
        var lines = await Task.WhenAll(first, second);
        return lines.Sum(l => l.Length);
    }
}
