// Each thing that is handed over has parts of its own: a new list each time, or a copy of the one that goes on.
using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace PartsOfItsOwn;

public sealed record Parcel(int Number, List<string> Slips);

public sealed class Dispatch
{
    private readonly Channel<Parcel> _parcels = Channel.CreateUnbounded<Parcel>();
    private readonly Channel<Parcel> _copies = Channel.CreateUnbounded<Parcel>();

    private async Task SendAsync(IReadOnlyList<string> goods)
    {
        var slips = new List<string>();
        foreach (var good in goods)
        {
            slips.Add(good);
            if (slips.Count < 5)
                continue;
            var parcel = new Parcel(slips.Count, slips);
            await _parcels.Writer.WriteAsync(parcel);
            slips = new List<string>();
        }
        _parcels.Writer.Complete();
    }

    private async Task CopyAsync(IReadOnlyList<string> goods)
    {
        var draft = new Parcel(0, new List<string>());
        for (var i = 0; i < goods.Count; i++)
        {
            draft.Slips.Add(goods[i]);
            var sent = draft with { Number = i, Slips = new List<string>(draft.Slips) };
            await _copies.Writer.WriteAsync(sent);
        }
        _copies.Writer.Complete();
    }

    private static async Task<int> ReceiveAsync(ChannelReader<Parcel> parcels)
    {
        var letters = 0;
        await foreach (var parcel in parcels.ReadAllAsync())
        {
            foreach (var slip in parcel.Slips)
                letters += slip.Length;
        }
        return letters;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> goods)
    {
        var dispatch = new Dispatch();
        var receiving = Task.Run(() => ReceiveAsync(dispatch._parcels.Reader));
        var copying = Task.Run(() => ReceiveAsync(dispatch._copies.Reader));
        await Task.Run(() => dispatch.SendAsync(goods));
        await Task.Run(() => dispatch.CopyAsync(goods));
        return await receiving + await copying;
    }
}
