using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Blind.C1157;

public sealed class LegalGlossary(string directory)
{
    private readonly Lock _loading = new();
    private readonly Dictionary<string, string> _terms = new(StringComparer.OrdinalIgnoreCase);
    private volatile bool _loaded;

    public string Explain(string term)
    {
        EnsureLoaded();
        return _terms.TryGetValue(term, out var text) ? text : $"({term})"; // expect: RACE?
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1
            return;
        lock (_loading)
        {
            if (_loaded)
                return;
            _loaded = true; // expect: LAZY_INIT#1
            foreach (var file in Directory.EnumerateFiles(directory, "*.term"))
            {
                var term = Path.GetFileNameWithoutExtension(file);
                _terms[term] = File.ReadAllText(file).Trim(); // expect: RACE?
            }
        }
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        var glossary = new LegalGlossary(args[0]);
        var clerks = new List<Thread>();
        foreach (var term in new[] { "usufruct", "estoppel", "novation" })
        {
            var clerk = new Thread(() => Console.WriteLine(glossary.Explain(term)));
            clerk.Start();
            clerks.Add(clerk);
        }
        clerks.ForEach(c => c.Join());
    }
}
