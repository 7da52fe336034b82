// All threads run a member of one object.
namespace Cases.S203;

public sealed class Walker(string dir) { public int Files; public void Run() { foreach (var f in Directory.GetFiles(dir)) Files++; } } // expect: RACE
public static class A
{
    public static int Run(string dir)
    {
        var w = new Walker(dir);
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(w.Run)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return w.Files;
    }
}
