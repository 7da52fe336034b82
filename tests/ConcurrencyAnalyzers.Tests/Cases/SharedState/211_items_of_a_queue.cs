// Tasks that a loop starts count in one field; what they take from a queue is their own.
namespace Cases.S211;

public sealed class A
{
    private readonly Queue<string> _jobs = new();
    private int _done;
    public void Run()
    {
        while (_jobs.Count > 0)
        {
            var job = _jobs.Dequeue();
            Task.Run(() => { Console.WriteLine(job); _done++; }); // expect: MISSING_AWAIT?, RACE
        }
    }
}
