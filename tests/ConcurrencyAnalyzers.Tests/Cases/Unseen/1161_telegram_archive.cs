using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace Blind.C1161;

public sealed class TelegramArchive
{
    private static readonly Dictionary<string, char> Morse = new()
    {
        [".-"] = 'a', ["-..."] = 'b', ["-.-."] = 'c', ["-.."] = 'd', ["."] = 'e', ["..."] = 's', ["-"] = 't',
    };

    private readonly ConcurrentBag<string> _decoded = new();

    public async Task<int> ImportAsync(TextReader strip)
    {
        var decoding = new List<Task>();
        string? line;
        while ((line = await strip.ReadLineAsync()) != null)
        {
            if (line.Length == 0)
                continue;
            decoding.Add(Task.Run(() => _decoded.Add(Decode(line)))); // expect: CAPTURE
        }
        await Task.WhenAll(decoding);
        return _decoded.Count;
    }

    private static string Decode(string line)
    {
        var text = new StringBuilder();
        foreach (var symbol in line.Split(' '))
            text.Append(Morse.TryGetValue(symbol, out var letter) ? letter : '?');
        return text.ToString();
    }
}
