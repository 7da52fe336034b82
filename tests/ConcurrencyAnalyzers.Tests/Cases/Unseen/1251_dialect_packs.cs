using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Speech.Dialects;

public sealed class PhoneSet
{
    private readonly Dictionary<string, string[]> _phones;

    public PhoneSet(Dictionary<string, string[]> phones) => _phones = phones;

    public int LengthOf(string word) => _phones.TryGetValue(word, out var phones) ? phones.Length : word.Length;
}

public static class PackLedger
{
    private static readonly List<string> Lines = new();

    public static void Note(string pack, int entries) => Lines.Add($"{pack}: {entries} entries"); // expect: RACE

    public static IReadOnlyList<string> All() => Lines; // expect: RACE?
}

public sealed class DialectPack
{
    private readonly string _name;
    private readonly Func<string, IEnumerable<(string Word, string Phones)>> _read;
    private readonly Lazy<PhoneSet> _phones;

    public DialectPack(string name, Func<string, IEnumerable<(string Word, string Phones)>> read)
    {
        _name = name;
        _read = read;
        _phones = new Lazy<PhoneSet>(Load, LazyThreadSafetyMode.PublicationOnly);
    }

    public PhoneSet Phones => _phones.Value;

    private PhoneSet Load()
    {
        var table = new Dictionary<string, string[]>();
        foreach (var (word, phones) in _read(_name))
        {
            table[word] = phones.Split(' ');
        }
        PackLedger.Note(_name, table.Count);
        return new PhoneSet(table);
    }
}

public static class DurationModel
{
    public static int[] Estimate(string[] sentences, DialectPack pack)
    {
        var lengths = new int[sentences.Length];
        Parallel.For(0, sentences.Length, i =>
        {
            var sum = 0;
            foreach (var word in sentences[i].Split(' '))
            {
                sum += pack.Phones.LengthOf(word);
            }
            lengths[i] = sum;
        });
        return lengths;
    }
}
