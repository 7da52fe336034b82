// Cuts a manuscript at its chapter marks and lets every chapter be typeset in a task of its own. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1513;

public sealed class ChapterSplitter(Func<string, Task<int>> typeset)
{
    public async Task<int> CountPagesAsync(string manuscript, IEnumerable<int> marks)
    {
        var chapters = new List<Task<int>>();
        int start = 0;
        foreach (int mark in marks)
        {
            if (mark <= start)
            {
                continue;
            }
            chapters.Add(Task.Run(() => typeset(manuscript[start..mark]))); // expect: CAPTURE, RACE?
            start = mark; // expect: CAPTURE?, RACE?
        }
        if (start < manuscript.Length)
        {
            chapters.Add(typeset(manuscript[start..]));
        }

        int pages = 0;
        foreach (int count in await Task.WhenAll(chapters))
        {
            pages += count;
        }
        return pages;
    }
}
