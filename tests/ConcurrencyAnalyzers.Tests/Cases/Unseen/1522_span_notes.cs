// Collects the remarks that the steps of one order leave in the flow of its call, also when the steps run side by side. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1522;

public static class CallRemarks
{
    private static readonly AsyncLocal<List<string>?> s_current = new();

    public static List<string> Begin() => s_current.Value = [];

    public static void Leave(string remark) => s_current.Value?.Add(remark); // expect: RACE
}

public sealed class OrderChecks(Func<string, int, Task<bool>> ask)
{
    public async Task<IReadOnlyList<string>> CheckAsync(int order)
    {
        var remarks = CallRemarks.Begin();
        string[] services = ["stock", "credit", "customs", "address"];
        await Task.WhenAll(services.Select(service => Task.Run(() => CheckOneAsync(service, order))));
        remarks.Sort(StringComparer.Ordinal);
        return remarks;
    }

    private async Task CheckOneAsync(string service, int order)
    {
        if (!await ask(service, order))
        {
            CallRemarks.Leave($"{service} refuses {order}"); // expect: RACE?
        }
    }
}
