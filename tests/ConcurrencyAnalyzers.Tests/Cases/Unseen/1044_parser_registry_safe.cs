using System.Collections.Immutable;

namespace Parsing.Registry;

public interface IParser
{
    string MediaType { get; }
    object? Parse(ReadOnlySpan<char> text);
}

public sealed class IniParser : IParser
{
    public string MediaType => "text/ini";

    public object? Parse(ReadOnlySpan<char> text)
    {
        var values = new Dictionary<string, string>();
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            int at = line.IndexOf('=');
            if (at > 0)
            {
                values[line[..at].ToString()] = line[(at + 1)..].ToString();
            }
        }
        return values;
    }
}

public sealed class ParserRegistry
{
    private ImmutableDictionary<string, IParser> _parsers = ImmutableDictionary<string, IParser>.Empty;
    private ImmutableArray<Action<IParser>> _listeners = [];

    public bool Register(IParser parser)
    {
        if (!ImmutableInterlocked.TryAdd(ref _parsers, parser.MediaType, parser))
        {
            return false;
        }
        foreach (Action<IParser> listener in _listeners)
        {
            listener(parser);
        }
        return true;
    }

    public bool Replace(IParser expected, IParser parser) =>
        ImmutableInterlocked.TryUpdate(ref _parsers, parser.MediaType, parser, expected);

    public void OnRegistered(Action<IParser> listener) =>
        ImmutableInterlocked.Update(ref _listeners, static (list, added) => list.Add(added), listener);

    public void Forget(Action<IParser> listener) =>
        ImmutableInterlocked.Update(ref _listeners, static (list, gone) => list.Remove(gone), listener);

    public object? Parse(string mediaType, ReadOnlySpan<char> text)
    {
        ImmutableDictionary<string, IParser> parsers = Volatile.Read(ref _parsers);
        return parsers.TryGetValue(mediaType, out IParser? parser)
            ? parser.Parse(text)
            : throw new NotSupportedException($"{mediaType}; known are {string.Join(", ", parsers.Keys)}");
    }
}

public static class Program
{
    public static void Main()
    {
        var registry = new ParserRegistry();
        int seen = 0;
        Parallel.Invoke(
            () => registry.OnRegistered(_ => Interlocked.Increment(ref seen)),
            () => registry.Register(new IniParser()),
            () => registry.Register(new IniParser()));
        Console.WriteLine($"{seen} {registry.Parse("text/ini", "a=1\nb=2")}");
    }
}
