// The first runner writes a message and passes it on; the second one waits for the baton before reading it. difficulty: medium
using System;
using System.Threading;

namespace Menagerie.M1322;

public sealed class BatonRace
{
    private readonly ManualResetEventSlim _passed = new();
    private string _message = "";
    private int _seconds;

    private BatonRace()
    {
    }

    public static string Run(Func<(string Message, int Seconds)> firstLeg) => new BatonRace().RunOnce(firstLeg);

    private string RunOnce(Func<(string Message, int Seconds)> firstLeg)
    {
        string heard = "";
        var second = new Thread(() =>
        {
            _passed.Wait();
            heard = $"{_message} after {_seconds} s";
        });
        second.Start();

        (_message, _seconds) = firstLeg();
        _passed.Set();
        second.Join();
        return heard;
    }
}
