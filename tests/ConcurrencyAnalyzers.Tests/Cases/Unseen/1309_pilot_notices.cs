using System;
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace PPilotNotices;

public sealed record Passage(string Flag, List<string> Stops);

public sealed record PilotNotice(int Number, string Ship, Passage Passage);

public sealed class PilotRelay
{
    private readonly Channel<PilotNotice> _notices = Channel.CreateUnbounded<PilotNotice>();

    private async Task AnnounceAsync(string ship, IReadOnlyList<string> harbours)
    {
        var draft = new PilotNotice(0, ship, new Passage("G", new List<string>()));
        for (int i = 0; i < harbours.Count; i++)
        {
            draft.Passage.Stops.Add(harbours[i]); // expect: RACE#1
            draft = draft with { Number = i + 1 };
            await _notices.Writer.WriteAsync(draft);
        }
        _notices.Writer.Complete();
    }

    private async Task<int> PlotAsync()
    {
        int letters = 0;
        await foreach (var notice in _notices.Reader.ReadAllAsync())
        {
            foreach (var stop in notice.Passage.Stops) // expect: RACE#1
            {
                letters += stop.Length;
            }
        }
        return letters;
    }

    public static async Task<int> RunAsync(string ship, IReadOnlyList<string> harbours)
    {
        var relay = new PilotRelay();
        var plotting = Task.Run(relay.PlotAsync);
        await Task.Run(() => relay.AnnounceAsync(ship, harbours));
        return await plotting;
    }
}
