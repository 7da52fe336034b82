// CONC1001: two tasks append to one text
using System.Text;

namespace Stress;

public static class Journal
{
    public static int Run() => Rounds.Play(() =>
    {
        var text = new StringBuilder();
        var morning = Task.Run(() => Write("m"));
        var evening = Task.Run(() => Write("e"));
        Task.WaitAll(morning, evening);
        return text.Length == 20_000 && text.ToString().Count(letter => letter == 'm') == 10_000;

        void Write(string letter)
        {
            for (var i = 0; i < 10_000; i++)
                text.Insert(0, letter);
        }
    });
}
