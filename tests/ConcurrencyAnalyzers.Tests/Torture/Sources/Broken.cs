namespace Torture.Broken;

class Self : Self { int x; void M() { new Thread(() => x++).Start(); x++; } }
class A : B { } class B : A { private object o; void M() { lock (o) lock (missing) { } } }
struct S { S s; static S t; void M() => Task.Run(() => s = t); }
interface I : I { int P { get; set; } }
enum E { A = B, B = A }
class G<T> : G<G<T>> where T : T { T f; void M() => Parallel.For(0, f, i => { f++; f = i; }); }
class Dup { int a; int a; void M() { a++; Thread t = new(() => a--); t.Start(); t.Start(); t.Join(out); } void M() { } }
partial class P { partial void Q(); private int n { get; set; = 5; } }
partial struct P { }
class C
{
    int _x = ; string s = "unterminated;
    async Task M(int, string) { await; lock () { _x++ } lock (_x { ; }
    void N() { new Thread(.Start(); Task.Run(() => ); Task.Run(async => await); x => y => ; _x +=; ++; }
    void O() { foreach (var in _x) { } for (;;i++ { } if (_x) else { } Parallel.For(0, , i => { } }
    event System.Action E { add; remove { lock(this) } }
    static void Main() { int total; Parallel.ForEach(, x => { total += x; ); Interlocked.Increment(ref ); Monitor.Enter(; Console.WriteLine(total
