// Splits a text into pages, looks through them on the thread pool and collects the words that read the same backwards. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1350;

public sealed class PalindromeFinder
{
    private readonly HashSet<string> _found = new(StringComparer.OrdinalIgnoreCase);
    private readonly Action<string> _onWord;

    public PalindromeFinder(int minimumLength)
    {
        _onWord = word =>
        {
            if (word.Length >= minimumLength && IsPalindrome(word))
            {
                _found.Add(word); // expect: RACE
            }
        };
    }

    public IReadOnlyCollection<string> Search(IReadOnlyList<string> pages)
    {
        var open = new CountdownEvent(pages.Count);
        foreach (var page in pages)
        {
            ThreadPool.QueueUserWorkItem(_ =>
            {
                foreach (var word in page.Split(' '))
                {
                    _onWord(word); // expect: RACE?
                }
                open.Signal();
            });
        }
        open.Wait();
        return _found;
    }

    private static bool IsPalindrome(string word) => word.SequenceEqual(word.Reverse());
}
