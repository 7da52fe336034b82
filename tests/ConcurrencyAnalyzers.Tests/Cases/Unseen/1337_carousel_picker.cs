// Sends the requests to the backends in turn. difficulty: easy
using System;
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1337;

public sealed class BackendCarousel(string[] backends)
{
    private volatile int _turn;

    public string Pick()
    {
        int turn = _turn; // expect: NON_ATOMIC#1
        _turn = (turn + 1) % backends.Length; // expect: NON_ATOMIC#1
        return backends[turn];
    }

    public static Dictionary<string, int> Spread(string[] backends, int requests)
    {
        var carousel = new BackendCarousel(backends);
        return ParallelEnumerable.Range(0, requests)
            .Select(_ => carousel.Pick())
            .ToList()
            .CountBy(backend => backend)
            .ToDictionary();
    }
}
