// ??= is a check and an assignment: plugins that start at once may each create a registry, and codecs put into the loser are gone. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U766;

public interface ICodec
{
    string Extension { get; }

    byte[] Decode(byte[] data);
}

public interface ICodecPlugin
{
    IEnumerable<ICodec> Codecs();
}

public sealed class CodecRegistry
{
    private static CodecRegistry? s_shared;
    private readonly ConcurrentDictionary<string, ICodec> _codecs = new(StringComparer.OrdinalIgnoreCase);

    private CodecRegistry()
    {
    }

    public static CodecRegistry Shared => s_shared ??= new CodecRegistry(); // expect: LAZY_INIT, RACE?

    public int Count => _codecs.Count;

    public void Add(ICodec codec) => _codecs[codec.Extension] = codec;

    public ICodec? Find(string extension) => _codecs.GetValueOrDefault(extension);
}

public static class PluginStartup
{
    public static int LoadAll(IEnumerable<ICodecPlugin> plugins)
    {
        Parallel.ForEach(plugins, plugin =>
        {
            foreach (var codec in plugin.Codecs())
            {
                CodecRegistry.Shared.Add(codec);
            }
        });
        return CodecRegistry.Shared.Count;
    }
}
