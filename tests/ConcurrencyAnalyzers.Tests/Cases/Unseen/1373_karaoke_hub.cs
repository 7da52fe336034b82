// Singers send the verses they have sung; the hub counts the words of the call and tells the audience. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.SignalR;

namespace Menagerie.M1373;

public sealed class KaraokeHub : Hub
{
    private readonly Dictionary<string, int> _words = [];
    private int _longest;

    public async Task Sing(string song, string[] verses)
    {
        foreach (var verse in verses)
        {
            Count(verse);
        }
        await Clients.Group(song).SendAsync("sung", _words.Count, _longest);
    }

    public Task Listen(string song) => Groups.AddToGroupAsync(Context.ConnectionId, song);

    private void Count(string verse)
    {
        foreach (var word in verse.Split(' '))
        {
            _words[word] = _words.GetValueOrDefault(word) + 1;
            _longest = Math.Max(_longest, word.Length);
        }
    }
}
