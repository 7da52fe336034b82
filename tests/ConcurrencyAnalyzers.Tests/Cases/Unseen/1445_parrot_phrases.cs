// Microphones in an aviary listen to the parrots; the first one to say a phrase gets a point for it. difficulty: easy
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1445;

public sealed record Parrot(string Name, IReadOnlyList<string> Utterances);

public sealed class PhraseContest
{
    private readonly ConcurrentDictionary<string, string> _firstSpeaker = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _points = new();

    public async Task<IReadOnlyList<string>> ListenAsync(IEnumerable<Parrot> parrots)
    {
        await Task.WhenAll(parrots.Select(parrot => Task.Run(() => Listen(parrot))));
        return _points
            .OrderByDescending(entry => entry.Value)
            .Select(entry => $"{entry.Key}: {entry.Value}")
            .ToList();
    }

    private void Listen(Parrot parrot)
    {
        foreach (var phrase in parrot.Utterances)
        {
            if (IsNew(phrase))
            {
                _firstSpeaker[phrase] = parrot.Name; // expect: CHECK_THEN_ACT
                _points.AddOrUpdate(parrot.Name, 1, (_, points) => points + 1); // expect: CHECK_THEN_ACT?
            }
        }
    }

    private bool IsNew(string phrase) =>
        phrase.Length > 3 && !_firstSpeaker.ContainsKey(phrase); // expect: CHECK_THEN_ACT?
}
