// Sets the verses of a poem in type in the background, in the order in which the poet sends them. difficulty: medium
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;

namespace Menagerie.M1324;

public sealed class Typesetter
{
    private readonly StringBuilder _page = new();
    private Task _last = Task.CompletedTask;
    private int _lines;

    private Typesetter()
    {
    }

    private void Add(string verse)
    {
        _last = _last.ContinueWith(
            _ =>
            {
                _page.AppendLine(verse.Trim());
                _lines++;
            },
            TaskScheduler.Default);
    }

    private async Task<string> FinishAsync()
    {
        await _last;
        return $"{_page}({_lines} lines)";
    }

    public static Task<string> SetAsync(IEnumerable<string> verses)
    {
        var typesetter = new Typesetter();
        foreach (var verse in verses)
        {
            typesetter.Add(verse);
        }
        return typesetter.FinishAsync();
    }
}
