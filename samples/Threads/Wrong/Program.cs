using Threads;

var isSumRight = Summing.Run();

var store = new SlowStore();
Save(store, "all is well");
var report = store.Load();
Console.WriteLine($"the saved report: '{report}'");

Printing.Run();

return isSumRight && report == "all is well" ? 0 : 1;

static void Save(IStore store, string report)
{
    store.SaveAsync(report);
}
