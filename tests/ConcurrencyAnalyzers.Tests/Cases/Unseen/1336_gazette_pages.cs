// Reporters hand in notices at any time; the printer takes what has come in since the last page. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1336;

public sealed class Gazette
{
    private readonly Lock _desk = new();
    private List<string> _notices = [];

    public void HandIn(string notice)
    {
        lock (_desk)
        {
            _notices.Add(notice);
        }
    }

    public List<string> TakePage()
    {
        lock (_desk)
        {
            var page = _notices;
            _notices = [];
            return page;
        }
    }

    public string Print()
    {
        var page = TakePage();
        page.Sort(StringComparer.Ordinal);
        return string.Join(Environment.NewLine, page);
    }
}
