// A receiver notes when the space probe was last heard; mission control checks how long it has been silent. difficulty: hard
using System;
using System.Threading;

namespace Menagerie.M1380;

public sealed class ProbeContact(Func<DateTimeOffset?> receive)
{
    private DateTimeOffset _lastHeard = DateTimeOffset.UnixEpoch;

    public TimeSpan LongestSilence(int checks)
    {
        var receiver = new Thread(() =>
        {
            while (receive() is { } stamp)
            {
                _lastHeard = stamp; // expect: NON_ATOMIC#1
            }
        });
        receiver.Start();

        var longest = TimeSpan.Zero;
        for (int i = 0; i < checks; i++)
        {
            var silence = DateTimeOffset.UtcNow - _lastHeard; // expect: NON_ATOMIC#1
            longest = silence > longest ? silence : longest;
            Thread.Sleep(100);
        }
        receiver.Join();
        return longest;
    }
}
