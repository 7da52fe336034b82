// A shared whiteboard: every stroke is kept for the people who join later and sent to those who look on. difficulty: medium
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.SignalR;

namespace Menagerie.M1365;

public sealed class WhiteboardHub : Hub
{
    private static readonly Dictionary<string, List<string>> s_strokes = [];

    public async Task Draw(string board, string stroke)
    {
        if (!s_strokes.TryGetValue(board, out var strokes)) // expect: RACE#1
        {
            strokes = [];
            s_strokes[board] = strokes; // expect: RACE#1
        }
        strokes.Add(stroke); // expect: RACE#1
        await Clients.OthersInGroup(board).SendAsync("stroke", stroke);
    }

    public Task Join(string board) => Groups.AddToGroupAsync(Context.ConnectionId, board);
}
