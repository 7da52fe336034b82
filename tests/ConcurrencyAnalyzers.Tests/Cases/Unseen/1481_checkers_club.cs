// The results of a checkers club are read from a list; each board is announced first and stored afterwards. difficulty: hard
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace Menagerie.M1481;

public interface ICheckersServer
{
    Task AnnounceAsync(string players);

    Task StoreAsync(int board, string players);
}

public sealed class CheckersEvening
{
    private readonly ICheckersServer _server;

    public CheckersEvening(ICheckersServer server) => _server = server;

    public async Task<int> PublishAsync(TextReader list)
    {
        var published = new List<Task>();
        int board = 0;
        string? line;
        while ((line = await list.ReadLineAsync()) is not null)
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }
            board++; // expect: CAPTURE?, RACE?
            published.Add(PublishBoardAsync(line.Trim()));
        }
        await Task.WhenAll(published);
        return board;

        async Task PublishBoardAsync(string players)
        {
            await _server.AnnounceAsync(players);
            await _server.StoreAsync(board, players); // expect: CAPTURE, RACE?
        }
    }
}
