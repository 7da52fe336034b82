// Counts in parallel how many different words the messages of a mailbox contain, with a scratch set for the words of one message. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1520;

public sealed class MailVocabulary
{
    private readonly HashSet<string> _scratch = new(StringComparer.OrdinalIgnoreCase);
    private long _distinct;

    public double AverageWords(IReadOnlyList<string> messages)
    {
        _distinct = 0;
        Parallel.ForEach(
            messages,
            () => (Words: Scratch(), Sum: 0L), // expect: RACE?
            (message, _, local) => (local.Words, local.Sum + CountDistinct(message, local.Words)), // expect: RACE?
            local => Interlocked.Add(ref _distinct, local.Sum));
        return messages.Count == 0 ? 0 : (double)_distinct / messages.Count;
    }

    private HashSet<string> Scratch()
    {
        _scratch.Clear(); // expect: RACE#1
        return _scratch;
    }

    private static int CountDistinct(string message, HashSet<string> words)
    {
        words.Clear(); // expect: RACE#1
        foreach (var word in message.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(word); // expect: RACE#1
        }
        return words.Count; // expect: RACE#1
    }
}
